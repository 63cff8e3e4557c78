package dev.assay.core.internal.identify;

/**
 * How a run of look-ups goes about it.
 *
 * @param maxRequests at most so many questions to one provider that cost a request each
 * @param refresh whether to ask again whatever is known, except what a person said
 * @param anonymous whether providers may be asked without a secret
 * @param quick whether to ask by what the headers claim; finds are probable only, and nothing is
 *     concluded from a "no"
 */
public record Order(int maxRequests, boolean refresh, boolean anonymous, boolean quick) {}
