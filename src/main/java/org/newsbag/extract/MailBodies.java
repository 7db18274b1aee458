package org.newsbag.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the bodies of a mail back into the mail. They come as embedded documents, because only so is the charset that they declare known to
 * the reader of their text.
 */
final class MailBodies {
    private static final String MAIL = "message/rfc822";

    private MailBodies() {}

    static List<ReadPart> joined(List<ReadPart> parts) {
        Map<String, ReadPart> mails = new LinkedHashMap<>();
        for (var part : parts) if (part.mediaType().equals(MAIL)) mails.put(part.path(), part);
        if (mails.isEmpty()) return parts;
        var others = new ArrayList<ReadPart>();
        for (var part : parts) {
            var mail = part.path().isEmpty() ? null : mails.get(part.parent());
            if (mail != null && part.isBody() && part.part().problem().isEmpty())
                mails.put(mail.path(), join(mail, part));
            else others.add(part);
        }
        return others.stream()
                .map(part -> mails.getOrDefault(part.path(), part))
                .toList();
    }

    private static ReadPart join(ReadPart mail, ReadPart body) {
        if (!body.hasText()) return mail;
        var text = mail.hasText()
                ? mail.part().text() + "\n\n" + body.part().text()
                : body.part().text();
        return mail.with(text, mail.charset().or(body::charset));
    }
}
