import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.newsbag.cli.Newsbag;
import picocli.AutoComplete;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes what the distribution says about the command line, from the definitions that parse it: completions for bash
 * and zsh, and AsciiDoc sources of the man pages. The build runs it as one source file; it is no part of the product.
 */
final class Manuals {
    private Manuals() {}

    /** Writes {@code OUT/completions/newsbag} and {@code OUT/asciidoc/newsbag*.adoc}, where OUT is the only argument. */
    public static void main(String[] args) throws IOException {
        var out = Path.of(args[0]);
        var completions = Files.createDirectories(out.resolve("completions"));
        var script = AutoComplete.bash("newsbag", Newsbag.commandLine());
        Files.write(completions.resolve("newsbag"), script.getBytes(StandardCharsets.UTF_8));

        var asciidoc = Files.createDirectories(out.resolve("asciidoc"));
        var verbosity = new boolean[0];
        int status = ManPageGenerator.generateManPage(
                asciidoc.toFile(), null, verbosity, false, Newsbag.commandLine().getCommandSpec());
        if (status != 0) throw new IOException("the man pages could not be made: picocli returned " + status);
    }
}
