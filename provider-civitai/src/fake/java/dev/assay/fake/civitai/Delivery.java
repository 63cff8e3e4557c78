package dev.assay.fake.civitai;

import java.time.Duration;

/** How the bytes of a reply reach the client. */
public sealed interface Delivery {
    /** All of them, and the connection stays open for the next request. */
    record Whole() implements Delivery {}

    /** All of them, and then the connection is closed. */
    record ThenClose() implements Delivery {}

    /** So many bytes at a time (head included) with a pause after each. */
    record Dripped(int bytes, Duration pause) implements Delivery {}

    /** The first {@code bytes} bytes (head included), then an orderly close. */
    record Cut(int bytes) implements Delivery {}

    /** The first {@code bytes} bytes (head included), then a TCP reset. */
    record Reset(int bytes) implements Delivery {}

    /** The first {@code bytes} bytes (head included), then silence until the client gives up. */
    record Stalled(int bytes) implements Delivery {}
}
