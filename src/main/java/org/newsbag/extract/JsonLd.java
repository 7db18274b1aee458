package org.newsbag.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.newsbag.extract.Statement.Source;
import org.newsbag.extract.Statement.Subject;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.MalformedJson;

/** What a block of JSON-LD states of the article that it describes, in the terms of schema.org. */
final class JsonLd {
    private static final Set<String> ARTICLES =
            Set.of("BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report");

    private final List<Statement> found = new ArrayList<>();

    private JsonLd() {}

    /** Nothing for a block that is not JSON, or that describes no article. */
    static List<Statement> read(String block) {
        var reader = new JsonLd();
        try {
            reader.visit(Json.parse(block));
        } catch (MalformedJson e) {
            // Pages are full of them; the block stays in the properties as it stands.
            return List.of();
        }
        return reader.found;
    }

    private void visit(Object value) {
        if (value instanceof List<?> items) items.forEach(this::visit);
        if (!(value instanceof JsonObject object)) return;
        if (object.strings("@type").stream().anyMatch(JsonLd::isArticle)) article(object);
        else
            for (var key : List.of("@graph", "mainEntity", "mainEntityOfPage"))
                object.objects(key).forEach(this::visit);
    }

    private static boolean isArticle(String type) {
        var name = type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
        return name.endsWith("Article") || ARTICLES.contains(name);
    }

    private void article(JsonObject article) {
        texts(article, "headline", Subject.HEADLINE);
        if (article.get("headline").isEmpty()) texts(article, "name", Subject.HEADLINE);
        names(article, "author", Subject.BYLINE);
        names(article, "sourceOrganization", Subject.CREDIT);
        names(article, "publisher", Subject.OUTLET);
        texts(article, "dateline", Subject.PLACE);
        names(article, "locationCreated", Subject.PLACE);
        names(article, "contentLocation", Subject.PLACE);
        texts(article, "datePublished", Subject.ISSUED);
        texts(article, "dateModified", Subject.MODIFIED);
        names(article, "inLanguage", Subject.LANGUAGE);
        texts(article, "url", Subject.URL);
        texts(article, "license", Subject.RIGHTS);
        texts(article, "copyrightNotice", Subject.RIGHTS);
    }

    private void texts(JsonObject article, String key, Subject subject) {
        for (var value : article.strings(key)) add(subject, value, key);
    }

    /** Names of things that stand as a text or as an object with a name. */
    private void names(JsonObject article, String key, Subject subject) {
        for (var value : article.list(key)) {
            if (value instanceof String name) add(subject, name, key);
            if (value instanceof JsonObject object)
                for (var name : object.strings("name")) add(subject, name, key + ".name");
        }
    }

    private void add(Subject subject, String value, String key) {
        var plain = Parser.unescapeEntities(value, false);
        if (StatementRules.isStated(subject, plain)) found.add(new Statement(subject, plain, Source.JSON_LD, key));
    }
}
