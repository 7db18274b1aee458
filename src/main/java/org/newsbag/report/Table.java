package org.newsbag.report;

/**
 * A table of the page: a caption, headings with their scope, rows whose first cell heads them. On a narrow screen it scrolls within a group of its own, which
 * the keyboard can reach.
 */
final class Table {
    private final Markup html;
    private final Column[] columns;
    private int cell;

    /** A heading, and whether numbers stand under it. */
    record Column(String heading, boolean isNumber) {}

    private Table(Markup html, Column[] columns) {
        this.html = html;
        this.columns = columns;
    }

    static Column words(String heading) {
        return new Column(heading, false);
    }

    static Column numbers(String heading) {
        return new Column(heading, true);
    }

    /** Begins a table. The caption is markup that the caller has made safe. */
    static Table begin(Markup html, String id, String kind, String caption, Column... columns) {
        html.raw("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"" + id + "\">\n<table class=\""
                        + kind + "\">\n<caption id=\"" + id + "\">")
                .raw(caption)
                .raw("</caption>\n<thead><tr>");
        for (var column : columns)
            html.raw(column.isNumber() ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                    .text(column.heading())
                    .raw("</th>");
        html.raw("</tr></thead>\n<tbody>\n");
        return new Table(html, columns);
    }

    Table row() {
        html.raw("<tr>");
        cell = 0;
        return this;
    }

    /** The next cell of the row, filled by {@code content}. */
    Table cell(Runnable content) {
        var name = cell == 0 ? "th" : "td";
        html.raw("<" + name)
                .raw(cell == 0 ? " scope=\"row\"" : "")
                .raw(columns[cell].isNumber() ? " class=\"n\">" : ">");
        content.run();
        html.raw("</" + name + ">");
        cell++;
        return this;
    }

    /** The next cell, with a text of our own. */
    Table cell(String text) {
        return cell(() -> html.text(text));
    }

    void endRow() {
        html.raw("</tr>\n");
    }

    void end() {
        html.raw("</tbody>\n</table>\n</div>\n");
    }
}
