package org.newsbag.fixity;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be opened once they are wanted, such as a file. */
public interface ByteSource {
    InputStream open() throws IOException;

    /** In bytes; -1 where it is not known. Only a hint: what counts is what is read. */
    long size();
}
