package org.newsbag.finding;

/** A stranger's words in a cell of a table that somebody may open in a spreadsheet. */
public final class Cell {
    private Cell() {}

    /** Puts an apostrophe before what a spreadsheet takes for a formula, and before an apostrophe of that kind. */
    public static String disarm(String cell) {
        return needsApostrophe(cell) ? "'" + cell : cell;
    }

    /** The text that {@link #disarm} was given. */
    public static String rearm(String cell) {
        return cell.startsWith("'") && needsApostrophe(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean needsApostrophe(String cell) {
        if (cell.isEmpty()) return false;
        if (cell.charAt(0) == '\'') return needsApostrophe(cell.substring(1));
        return "=+-@\t\r\n|".indexOf(cell.charAt(0)) >= 0;
    }
}
