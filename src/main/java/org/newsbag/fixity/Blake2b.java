package org.newsbag.fixity;

import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** BLAKE2b with a digest of 512 bits and no key (RFC 7693), computed by Bouncy Castle. */
final class Blake2b extends MessageDigest {
    private static final int BITS = 512;

    private final Blake2bDigest digest = new Blake2bDigest(BITS);

    Blake2b() {
        super(Algorithm.BLAKE2B_512.jcaName());
    }

    @Override
    protected int engineGetDigestLength() {
        return BITS / Byte.SIZE;
    }

    @Override
    protected void engineUpdate(byte input) {
        digest.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        digest.update(input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
        var result = new byte[engineGetDigestLength()];
        digest.doFinal(result, 0);
        return result;
    }

    @Override
    protected void engineReset() {
        digest.reset();
    }
}
