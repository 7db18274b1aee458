package org.newsbag.report;

/** A language in which a report is written. */
public enum Language {
    ENGLISH("en", "ltr"),
    ARABIC("ar", "rtl");

    private final String id;
    private final String direction;

    Language(String id, String direction) {
        this.id = id;
        this.direction = direction;
    }

    /** As BCP 47 writes it, and as it is typed. */
    public String id() {
        return id;
    }

    /** As HTML writes it. */
    String direction() {
        return direction;
    }

    boolean isRightToLeft() {
        return this == ARABIC;
    }
}
