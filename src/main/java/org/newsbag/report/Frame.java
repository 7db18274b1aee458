package org.newsbag.report;

/** The room for a chart: each is drawn for a page on paper or a large screen, and again for the screen of a phone. */
enum Frame {
    WIDE("wide", 880, 12),
    NARROW("narrow", 360, 12);

    private final String id;
    private final int width;
    private final int letters;

    Frame(String id, int width, int letters) {
        this.id = id;
        this.width = width;
        this.letters = letters;
    }

    String id() {
        return id;
    }

    /** In the units of the drawing. */
    int width() {
        return width;
    }

    /** The size of the letters, in the units of the drawing. */
    int letters() {
        return letters;
    }
}
