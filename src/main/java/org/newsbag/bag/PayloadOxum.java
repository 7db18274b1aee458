package org.newsbag.bag;

/** {@code Payload-Oxum}: octets and number of the payload's files (RFC 8493, section 2.2.2). */
public record PayloadOxum(long octets, long streams) {
    @Override
    public String toString() {
        return octets + "." + streams;
    }
}
