package org.newsbag.provenance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.newsbag.extract.Extraction;
import org.newsbag.extract.Identified;
import org.newsbag.extract.Outcome;
import org.newsbag.extract.Statement;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.MalformedJson;

/**
 * Measures the rules: {@code Measure records ARTICLES OUT.jsonl} writes records for the scoring script, {@code Measure rules ARTICLES LABELS.jsonl OUT.tsv}
 * counts for each rule and field how often it was right, {@code Measure show FILE...} prints the evidence, {@code Measure speed ARTICLES} the rate.
 * HTML is read simply here: title, paragraphs, meta tags, JSON-LD.
 */
final class Measure {
    private Measure() {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var reader = ProvenanceReader.load(
                Optional.of(Path.of("profiles/outlets.json")).filter(Files::exists));
        switch (args[0]) {
            case "records" -> records(reader, Path.of(args[1]), Path.of(args[2]));
            case "rules" -> Calibration.write(reader, Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
            case "show" -> {
                for (int i = 1; i < args.length; i++) show(reader, Path.of(args[i]), out);
            }
            case "speed" -> speed(reader, Path.of(args[1]), out);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void records(ProvenanceReader reader, Path articles, Path target) throws IOException {
        var lines = new ArrayList<String>();
        for (var file : files(articles)) lines.add(Json.compact(record(file, reader.read(extraction(file)))));
        Files.write(target, lines);
    }

    private static JsonObject record(Path file, Provenance p) {
        var record = JsonObject.builder().put("@id", file.getFileName().toString());
        p.first(Field.HEADLINE).ifPresent(e -> record.put("dcterms:title", e.value()));
        p.first(Field.OUTLET).ifPresent(e -> record.put("dcterms:publisher", e.value()));
        p.first(Field.ISSUED).ifPresent(e -> record.put("dcterms:issued", e.value()));
        if (!values(p, Field.BYLINE).isEmpty()) record.put("dcterms:creator", values(p, Field.BYLINE));
        var dateline = JsonObject.builder();
        p.first(Field.DATELINE).ifPresent(e -> dateline.put("text", e.value()));
        if (!values(p, Field.DATELINE_PLACE).isEmpty()) dateline.put("place", values(p, Field.DATELINE_PLACE));
        if (!values(p, Field.DATELINE_AGENCY).isEmpty()) dateline.put("agency", values(p, Field.DATELINE_AGENCY));
        return record.put("newsbag:dateline", dateline.build()).build();
    }

    private static List<String> values(Provenance p, Field field) {
        return p.asserted(field).stream().map(Evidence::value).toList();
    }

    private static void show(ProvenanceReader reader, Path file, PrintStream out) throws IOException {
        var p = reader.read(extraction(file));
        out.println("== " + file + " news=" + p.news() + " " + p.dateStatus());
        for (var e : p.evidence())
            out.printf(
                    Locale.ROOT,
                    "%s\t%s\t%s\t%.2f\t%s\t%s%n",
                    e.field().id(),
                    e.status().id(),
                    e.value(),
                    e.confidence(),
                    e.source(),
                    e.rule());
        for (var a : p.absent()) out.println("absent " + a.field().id() + ": " + a.reason());
    }

    private static void speed(ProvenanceReader reader, Path articles, PrintStream out) throws IOException {
        var all = new ArrayList<Extraction>();
        for (var file : files(articles)) if (file.toString().endsWith(".txt")) all.add(extraction(file));
        for (int round = 0; round < 8; round++) {
            long start = System.nanoTime();
            int done = 0;
            for (int i = 0; i < 40; i++)
                for (var one : all) done += reader.read(one).evidence().size() >= 0 ? 1 : 0;
            out.printf(
                    Locale.ROOT,
                    "%d articles, %.0f a second on one core%n",
                    done,
                    done * 1e9 / (System.nanoTime() - start));
        }
    }

    static List<Path> files(Path articles) throws IOException {
        try (var all = Files.list(articles)) {
            return all.sorted().toList();
        }
    }

    static Extraction extraction(Path file) throws IOException {
        var raw = Files.readString(file).replace("\r\n", "\n").replace("\uFEFF", "");
        if (!file.toString().endsWith(".html")) return extraction(raw, "text/plain", List.of());
        var statements = new ArrayList<Statement>();
        var page = Jsoup.parse(raw);
        for (var script : page.select("script[type=application/ld+json]"))
            try {
                walk(Json.parse(script.data()), statements);
            } catch (MalformedJson e) {
                continue;
            }
        for (var meta : page.select("meta[content]"))
            meta(meta.attr("property") + meta.attr("name"), meta.attr("content"), statements);
        var text = new StringBuilder();
        for (var element : page.select("h1, p")) text.append(element.text()).append("\n\n");
        return extraction(text.toString(), "text/html", statements);
    }

    static Extraction extraction(String text, String type, List<Statement> statements) {
        return new Extraction(
                Outcome.EXTRACTED,
                "",
                new Identified(type, "content"),
                Optional.empty(),
                Optional.empty(),
                text,
                statements,
                List.of());
    }

    private static void meta(String key, String content, List<Statement> all) {
        var subject = new TreeMap<String, Statement.Subject>();
        subject.put("og:title", Statement.Subject.HEADLINE);
        subject.put("og:site_name", Statement.Subject.OUTLET);
        subject.put("article:author", Statement.Subject.BYLINE);
        subject.put("author", Statement.Subject.BYLINE);
        subject.put("article:published_time", Statement.Subject.ISSUED);
        subject.put("article:modified_time", Statement.Subject.MODIFIED);
        if (!subject.containsKey(key)) return;
        var source = key.contains(":") ? Statement.Source.OPENGRAPH : Statement.Source.HTML_META;
        all.add(new Statement(subject.get(key), content, source, key));
    }

    private static void walk(Object node, List<Statement> all) {
        if (node instanceof List<?> items) items.forEach(item -> walk(item, all));
        if (!(node instanceof JsonObject object)) return;
        object.get("@graph").ifPresent(graph -> walk(graph, all));
        if (object.strings("@type").stream().noneMatch(type -> type.endsWith("Article"))) return;
        put(object.string("headline"), Statement.Subject.HEADLINE, "headline", all);
        put(object.string("datePublished"), Statement.Subject.ISSUED, "datePublished", all);
        put(object.string("dateModified"), Statement.Subject.MODIFIED, "dateModified", all);
        for (var publisher : object.objects("publisher"))
            put(publisher.string("name"), Statement.Subject.OUTLET, "publisher.name", all);
        for (var author : object.objects("author"))
            put(author.string("name"), Statement.Subject.BYLINE, "author.name", all);
        for (var author : object.strings("author")) put(Optional.of(author), Statement.Subject.BYLINE, "author", all);
    }

    private static void put(Optional<String> value, Statement.Subject subject, String key, List<Statement> all) {
        value.ifPresent(v -> all.add(new Statement(subject, Jsoup.parse(v).text(), Statement.Source.JSON_LD, key)));
    }
}
