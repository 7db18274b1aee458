package org.newsbag.description;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table that another system takes in. It is made from the records and never in their place: no table has room for evidence, candidates and the
 * reasons for silences.
 */
public enum FlatForm {
    /** {@code metadata.csv} of a transfer to Archivematica: several values of one element stand in several columns of one name. */
    ARCHIVEMATICA("archivematica", "metadata.csv", ""),
    /** Batch metadata for DSpace: {@code +} for new items, values parted by {@code ||}. */
    DSPACE("dspace", "dspace.csv", "||"),
    /** For the CSV Import of Omeka S, which knows columns by the names of their terms; values parted by a bar. */
    OMEKA_S("omeka-s", "omeka-s.csv", "|"),
    /** For Islandora Workbench; values parted by a bar. */
    ISLANDORA("islandora", "islandora.csv", "|"),
    /** The Dublin Core keys of the records, for spreadsheets and programs of one's own. */
    CSV("csv", "records.csv", "; ");

    /**
     * A column, and what a record has for it.
     *
     * @param single whether it never holds several values, so that no separator is looked for in it
     */
    public record Column(String name, Function<FlatRecord, List<String>> values, boolean single) {}

    /** The longest title that Drupal takes, in characters. */
    private static final int LONGEST_TITLE = 255;

    private static final List<String> KEYS = List.of(
            "dcterms:identifier",
            "dcterms:title",
            "dcterms:alternative",
            "dcterms:creator",
            "dcterms:contributor",
            "dcterms:publisher",
            "dcterms:source",
            "dcterms:references",
            "dcterms:issued",
            "dcterms:modified",
            "dcterms:spatial",
            "dcterms:language",
            "dcterms:type",
            "dcterms:format",
            "dcterms:extent",
            "dcterms:rights");

    private final String id;
    private final String fileName;
    private final String separator;

    FlatForm(String id, String fileName, String separator) {
        this.id = id;
        this.fileName = fileName;
        this.separator = separator;
    }

    /** As it is typed. */
    public String id() {
        return id;
    }

    /** What the table is called by the system that takes it, or by us where it does not care. */
    public String fileName() {
        return fileName;
    }

    /** What stands between several values in one cell; empty where each has its own column. */
    public String separator() {
        return separator;
    }

    public List<Column> columns() {
        return switch (this) {
            case ARCHIVEMATICA -> archivematica();
            case DSPACE -> dspace();
            case OMEKA_S -> omeka();
            case ISLANDORA -> islandora();
            case CSV -> csv();
        };
    }

    private static List<Column> archivematica() {
        return List.of(
                column("filename", record -> List.of("objects/" + record.path())),
                column("dc.title", "dcterms:title"),
                column("dcterms.alternative", "dcterms:alternative"),
                column("dc.creator", "dcterms:creator"),
                column("dc.contributor", "dcterms:contributor"),
                column("dc.publisher", "dcterms:publisher"),
                column("dc.source", "dcterms:source"),
                column("dcterms.references", "dcterms:references"),
                column("dcterms.issued", "dcterms:issued"),
                column("dcterms.modified", "dcterms:modified"),
                column("dcterms.spatial", "dcterms:spatial"),
                column("dc.description", "schema:dateline"),
                column("dc.language", "dcterms:language"),
                column("dc.type", "dcterms:type"),
                column("dc.format", "dcterms:format"),
                column("dcterms.extent", "dcterms:extent"),
                column("dc.identifier", "dcterms:identifier"),
                column("dc.rights", "dcterms:rights"));
    }

    private static List<Column> dspace() {
        return List.of(
                column("id", record -> List.of("+")),
                column("collection", record -> List.of()),
                column("dc.title", FlatForm::titleOrPath),
                column("dc.title.alternative", "dcterms:alternative"),
                column("dc.contributor.author", "dcterms:creator"),
                column("dc.contributor.other", "dcterms:contributor"),
                column("dc.publisher", "dcterms:publisher"),
                column("dc.source", "dcterms:source"),
                column("dc.relation.references", "dcterms:references"),
                column("dc.date.issued", FlatForm::wholeDays),
                column("dc.coverage.spatial", "dcterms:spatial"),
                column("dc.description", "schema:dateline"),
                column("dc.language.iso", "dcterms:language"),
                column("dc.type", "dcterms:type"),
                column("dc.format.mimetype", "dcterms:format"),
                column("dc.format.extent", "dcterms:extent"),
                column("dc.identifier.other", "dcterms:identifier"),
                path("dc.identifier.citation"),
                column("dc.rights.uri", "dcterms:rights"));
    }

    private static List<Column> omeka() {
        var columns = new ArrayList<Column>();
        columns.add(path("file"));
        for (var key : KEYS) columns.add(column(key, key));
        columns.add(column("dcterms:description", "schema:dateline"));
        return columns;
    }

    private static List<Column> islandora() {
        return List.of(
                path("id"),
                path("file"),
                column(
                        "title",
                        record -> titleOrPath(record).stream()
                                .map(FlatForm::shortened)
                                .toList()),
                column("field_full_title", "dcterms:title"),
                column("field_alternative_title", "dcterms:alternative"),
                column("field_model", record -> List.of("Digital Document")),
                column("field_linked_agent", FlatForm::agents),
                column("field_edtf_date_issued", "dcterms:issued"),
                column("field_geographic_subject", "dcterms:spatial"),
                column("field_description", "schema:dateline"),
                column("field_language", "dcterms:language"),
                column("field_resource_type", "dcterms:type"),
                column("field_extent", "dcterms:extent"),
                column("field_identifier", "dcterms:identifier"),
                column("field_rights", "dcterms:rights"));
    }

    private static List<Column> csv() {
        var columns = new ArrayList<Column>();
        columns.add(path("path"));
        for (var key : KEYS) columns.add(column(key, key));
        columns.add(column("schema:dateline", "schema:dateline"));
        columns.add(column("place-id", "place-id"));
        return columns;
    }

    private static Column column(String name, String key) {
        return column(name, record -> record.of(key));
    }

    private static Column column(String name, Function<FlatRecord, List<String>> values) {
        return new Column(name, values, false);
    }

    private static Column path(String name) {
        return new Column(name, record -> List.of(record.path()), true);
    }

    /** These systems take no item without a title; its path is a true one. */
    private static List<String> titleOrPath(FlatRecord record) {
        var title = record.of("dcterms:title");
        return title.isEmpty() ? List.of(record.path()) : title;
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    /** DSpace knows no day without its year. */
    private static List<String> wholeDays(FlatRecord record) {
        return record.of("dcterms:issued").stream()
                .filter(day -> day.matches("\\d{4}(-\\d\\d){0,2}"))
                .toList();
    }

    private static List<String> agents(FlatRecord record) {
        return Stream.of(
                        linked("relators:aut:person:", record.of("dcterms:creator")),
                        linked("relators:pbl:corporate_body:", record.of("dcterms:publisher")),
                        linked("relators:ctb:corporate_body:", record.of("dcterms:contributor")))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> linked(String role, List<String> names) {
        return names.stream().map(name -> role + name).toList();
    }
}
