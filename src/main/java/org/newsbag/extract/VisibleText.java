package org.newsbag.extract;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;

/**
 * Lays out the text of an HTML page: a line for each line, an empty line between paragraphs, nothing that a browser does not show. Where the
 * page marks an article or its main part, only that, without menus, forms and asides.
 */
final class VisibleText implements NodeFilter {
    private static final Set<String> INVISIBLE = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "svg",
            "math",
            "iframe",
            "object",
            "audio",
            "video",
            "canvas",
            "select",
            "datalist");
    private static final Set<String> FURNITURE = Set.of("nav", "menu", "aside", "form", "button", "dialog");
    private static final Set<String> FURNITURE_ROLES = Set.of(
            "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alert");
    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "address",
            "blockquote",
            "figure",
            "figcaption",
            "ul",
            "ol",
            "dl",
            "table",
            "pre",
            "hr",
            "details",
            "summary",
            "fieldset",
            "nav",
            "aside",
            "form",
            "menu",
            "body");
    private static final Set<String> LINES = Set.of("li", "dt", "dd", "tr", "caption", "option", "legend");

    private final StringBuilder text = new StringBuilder();
    private final boolean isArticle;
    private int breaks;
    private boolean space;
    private int preformatted;

    private VisibleText(boolean isArticle) {
        this.isArticle = isArticle;
    }

    static String of(Document document) {
        var marked = markedPart(document);
        var root = marked == null ? document.body() : marked;
        var visible = new VisibleText(marked != null);
        var headline = marked == null ? null : headlineAbove(document, marked);
        if (headline != null) {
            headline.filter(visible);
            visible.breaks = 2;
        }
        root.filter(visible);
        return visible.text.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) append(words.getWholeText());
        if (!(node instanceof Element element)) return FilterResult.CONTINUE;
        var name = element.normalName();
        if (isHidden(element) || depth > 0 && isArticle && isFurniture(element)) return FilterResult.SKIP_ENTIRELY;
        if (name.equals("br")) breaks = Math.max(breaks, 1) + (breaks > 0 && text.length() > 0 ? 1 : 0);
        else open(name);
        if (name.equals("pre") || name.equals("textarea")) preformatted++;
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element)) return FilterResult.CONTINUE;
        var name = element.normalName();
        if (name.equals("pre") || name.equals("textarea")) preformatted--;
        if (!name.equals("br")) open(name);
        if ((name.equals("td") || name.equals("th")) && element.nextElementSibling() != null && breaks == 0)
            text.append('\t');
        return FilterResult.CONTINUE;
    }

    private void open(String name) {
        if (PARAGRAPHS.contains(name)) breaks = 2;
        else if (LINES.contains(name)) breaks = Math.max(breaks, 1);
    }

    private void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (preformatted > 0 && c == '\n') breaks++;
            else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') space = true;
            else {
                if (text.length() == 0) breaks = 0;
                for (int n = 0; n < Math.min(breaks, 2); n++) text.append('\n');
                if (space && breaks == 0 && !endsBlank()) text.append(' ');
                breaks = 0;
                space = false;
                text.append(c);
            }
        }
    }

    private boolean endsBlank() {
        return text.length() == 0 || text.charAt(text.length() - 1) <= ' ';
    }

    private static boolean isHidden(Element element) {
        return INVISIBLE.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || element.attr("style").replace(" ", "").contains("display:none");
    }

    private static boolean isFurniture(Element element) {
        var name = element.normalName();
        if (FURNITURE.contains(name) || FURNITURE_ROLES.contains(element.attr("role"))) return true;
        boolean edge = name.equals("header") || name.equals("footer");
        // An article's own header holds its headline, and its own footer may hold the sign-off.
        return edge && element.closest("article") == null && element.selectFirst("h1") == null;
    }

    /** The article, or the main part; of several articles the one that holds most of all their text, else none of them. */
    private static Element markedPart(Document document) {
        Element longest = null;
        int most = 0;
        int all = 0;
        for (var article : document.select("article, [itemprop=articleBody], [role=article]")) {
            if (article.parent() != null && article.parent().closest("article, [role=article]") != null) continue;
            int length = article.text().length();
            all += length;
            if (length > most) {
                most = length;
                longest = article;
            }
        }
        if (longest != null && most * 2 > all) return longest;
        var main = document.selectFirst("main, [role=main]");
        return main != null && main.hasText() ? main : null;
    }

    /** Many pages put the only h1 above the article. */
    private static Element headlineAbove(Document document, Element part) {
        var headlines = document.select("h1");
        if (headlines.size() != 1) return null;
        var headline = headlines.first();
        return headline.closest("nav, aside, footer") == null && !part.stream().anyMatch(headline::equals)
                ? headline
                : null;
    }
}
