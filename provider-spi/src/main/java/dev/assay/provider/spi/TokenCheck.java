package dev.assay.provider.spi;

/** What a provider says of the secret that is stored for it. */
public sealed interface TokenCheck {

    /**
     * The other side accepts it.
     *
     * @param user the name it belongs to
     */
    record Valid(String user) implements TokenCheck {}

    /**
     * The other side refuses it.
     *
     * @param reason for a person to read, without the secret
     */
    record Refused(String reason) implements TokenCheck {}

    /** There is no secret to check. */
    record Missing() implements TokenCheck {}

    /** This provider has no use for a secret. */
    record NotNeeded() implements TokenCheck {}

    /**
     * Nobody could be asked.
     *
     * @param reason for a person to read, without the secret
     */
    record Unreachable(String reason) implements TokenCheck {}
}
