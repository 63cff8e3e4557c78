# Assay on a server: docker build -t assay . after .ci/package, then for example
#   docker run --rm -v /srv/models:/models:ro -v assay:/data assay scan /models
# The models are mounted read-only; the catalog lives in the volume.
FROM debian:12-slim

COPY shell/target/package/assay_*_*.deb /tmp/
RUN dpkg --install /tmp/assay_*.deb \
    && rm /tmp/assay_*.deb \
    && useradd --create-home --uid 10001 assay \
    && install -d -o assay -g assay /data /models

ENV LANG=C.UTF-8 \
    XDG_CONFIG_HOME=/data/config \
    XDG_DATA_HOME=/data \
    XDG_STATE_HOME=/data/state \
    XDG_CACHE_HOME=/data/cache

USER assay
WORKDIR /models
VOLUME ["/data"]
ENTRYPOINT ["assay"]
CMD ["help"]
