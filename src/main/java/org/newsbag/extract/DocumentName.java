package org.newsbag.extract;

import java.io.Serializable;

/** What a file is called where it comes from; travels to the forked process, where the file has a name of ours. */
record DocumentName(String value) implements Serializable {
    private static final long serialVersionUID = 1L;
}
