package org.newsbag.bag;

/** {@code bagit.txt} (RFC 8493, section 2.1.1). */
public final class BagDeclaration {
    public static final String FILE_NAME = "bagit.txt";

    /** The two lines of every bag that newsbag writes: BagIt 1.0, UTF-8, no byte order mark, LF. */
    public static final String TEXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private BagDeclaration() {}
}
