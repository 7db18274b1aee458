package org.newsbag.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.fetcher.AbstractFetcher;

/**
 * Opens the file that the forked process is to read, for reading only. Public only because Tika makes it by name. The first thing of ours that
 * lives there, so it also keeps parsers from writing to the terminal of newsbag; the line to the parent is no longer System.out when it is made.
 */
public final class LinkFetcher extends AbstractFetcher {
    static final String NAME = "link";

    public LinkFetcher() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
    }

    @Override
    public InputStream fetch(String link, Metadata metadata, ParseContext context) throws IOException {
        var name = context.get(DocumentName.class);
        if (name != null) metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.value());
        return TikaInputStream.get(Path.of(link), metadata);
    }
}
