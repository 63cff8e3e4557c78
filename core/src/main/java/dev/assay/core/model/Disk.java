package dev.assay.core.model;

/**
 * What a folder lies on.
 *
 * @param device where the file system comes from, such as {@code /dev/nvme0n1p2} or {@code
 *     nas:/models}
 * @param fileSystem its type, such as {@code ext4}
 * @param network whether its files come over a line
 * @param spinning whether it has heads that move, as far as the system tells
 */
public record Disk(String device, String fileSystem, boolean network, boolean spinning) {

    /** {@return whether a second reader only slows the first one down} */
    public boolean isSlow() {
        return network || spinning;
    }
}
