package org.newsbag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a distribution whose Java is a script that writes down what it was given. */
class LauncherTest {
    @TempDir
    Path temp;

    private Path home;
    private Path launcher;
    private Path jdk;

    @BeforeEach
    void unpack() throws IOException {
        temp = temp.toRealPath();
        home = temp.resolve("news bag (0.1) أخبار");
        launcher = home.resolve("bin/newsbag");
        Files.createDirectories(launcher.getParent());
        Files.copy(Path.of("newsbag"), launcher);
        executable(launcher);
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("lib/newsbag.jar"), "no jar");
        jdk = jdk("jdk", "17.0.1");
    }

    @Test
    void arguments_pass_unchanged() throws Exception {
        var given = List.of("create", "two words", "", "*", "a'b\"c", "$HOME `x` \\n", "line\nline\n", "--", "مقال");
        assertThat(run(launcher.toString(), given).exit()).isZero();
        assertThat(arguments()).containsExactlyElementsOf(given);
    }

    @Test
    void a_chain_of_links_leads_home_from_any_folder() throws Exception {
        var first = Files.createDirectories(temp.resolve("one")).resolve("newsbag");
        var second = Files.createDirectories(temp.resolve("two")).resolve("nb");
        Files.createSymbolicLink(first, launcher);
        Files.createSymbolicLink(second, Path.of("../one/newsbag"));
        assertThat(run("../two/nb", List.of("--version")).exit()).isZero();
        assertThat(options()).contains("-Dnewsbag.home=" + home);
        assertThat(words())
                .containsSubsequence("-jar", home.resolve("lib/newsbag.jar").toString(), "--version");
    }

    @Test
    void a_locale_that_is_not_utf8_is_replaced() throws Exception {
        run(launcher.toString(), List.of(), Map.of("LC_ALL", "C"));
        assertThat(recorded("locale")).startsWith("LC_ALL=").containsIgnoringCase("utf-8");
    }

    @Test
    void the_exit_code_passes_through() throws Exception {
        assertThat(run(launcher.toString(), List.of(), Map.of("FAKE_EXIT", "70"))
                        .exit())
                .isEqualTo(70);
    }

    @Test
    void extra_options_reach_java_before_the_program() throws Exception {
        run(launcher.toString(), List.of("describe"), Map.of("NEWSBAG_OPTS", "-Xmx64m -Da=*"));
        assertThat(options()).contains("-Xmx64m", "-Da=*");
        assertThat(arguments()).containsExactly("describe");
    }

    @Test
    void a_collector_of_the_users_choice_replaces_ours() throws Exception {
        run(launcher.toString(), List.of("describe"));
        assertThat(options()).contains("-XX:+UseParallelGC");
        run(launcher.toString(), List.of("describe"), Map.of("NEWSBAG_OPTS", "-XX:+UseZGC"));
        assertThat(options()).contains("-XX:+UseZGC").doesNotContain("-XX:+UseParallelGC");
    }

    @Test
    void a_java_that_is_too_old_is_refused_by_name() throws Exception {
        jdk = jdk("old", "1.8.0_402");
        var result = run(launcher.toString(), List.of("--version"));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.stderr()).contains("Java 17 or newer", jdk + "/bin/java is Java 8 (JAVA_HOME)");
        assertThat(recording("arguments")).doesNotExist();
    }

    @Test
    void a_missing_java_is_said() throws Exception {
        jdk = temp.resolve("nowhere");
        var result = run(launcher.toString(), List.of("--version"));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.stderr()).contains("Java 17 or newer", "nowhere has no bin/java", "JAVA_HOME");
    }

    @Test
    void the_newest_of_the_installed_is_taken_where_none_is_named() throws Exception {
        jdk = temp.resolve("nowhere");
        jdk("jvms/a", "21.0.2");
        jdk("jvms/b", "17.0.9");
        jdk("jvms/c", "11.0.1");
        assertThat(run(launcher.toString(), List.of()).exit()).isZero();
        assertThat(recorded("java")).isEqualTo(temp.resolve("jvms/a/bin/java").toString());
    }

    @Test
    void the_class_archive_is_made_once_for_each_java() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\nJAVA_RUNTIME_VERSION=\"17.0.1+5\"\n");
        run(launcher.toString(), List.of("--version"));
        var archive = home.resolve("lib/newsbag-17.0.1+5.jsa");
        assertThat(archive).hasContent("archive of a/Class");
        assertThat(options()).contains("-XX:SharedArchiveFile=" + archive);
        Files.writeString(archive, "kept");
        run(launcher.toString(), List.of("--version"));
        assertThat(archive).hasContent("kept");
    }

    @Test
    void a_java_that_makes_no_archive_still_runs() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\nJAVA_RUNTIME_VERSION=\"17.0.1+5\"\n");
        var result = run(launcher.toString(), List.of("--version"), Map.of("FAKE_NO_ARCHIVE", "yes"));
        assertThat(result.exit()).isZero();
        assertThat(result.stderr()).isEmpty();
        assertThat(options()).noneMatch(option -> option.startsWith("-XX:SharedArchiveFile"));
    }

    private Path jdk(String name, String version) throws IOException {
        var folder = temp.resolve(name);
        var java = folder.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, """
                #!/bin/sh
                [ "$1" = -version ] && { echo 'openjdk version "VERSION" 2024-01-16' >&2; exit 0; }
                classes=
                dump=no
                for a in "$@"; do
                  case $a in
                    -XX:DumpLoadedClassList=*) echo "a/Class id: 7" >"${a#*=}" && exit 0 ;;
                    -XX:SharedClassListFile=*) read -r classes <"${a#*=}" ;;
                    -Xshare:dump) dump=yes ;;
                    -XX:SharedArchiveFile=*)
                      [ $dump = yes ] || continue
                      [ -n "${FAKE_NO_ARCHIVE:-}" ] || printf '%s' "archive of $classes" >"${a#*=}"
                      exit 0
                      ;;
                  esac
                done
                printf '%s\\0' "$@" >"$FAKE_RECORD/arguments"
                printf 'LC_ALL=%s' "${LC_ALL:-}" >"$FAKE_RECORD/locale"
                printf '%s' "$0" >"$FAKE_RECORD/java"
                exit "${FAKE_EXIT:-0}"
                """.replace("VERSION", version));
        executable(java);
        return folder;
    }

    private Result run(String command, List<String> arguments) throws Exception {
        return run(command, arguments, Map.of());
    }

    /** Runs from a folder that is neither home nor the launcher's, with a PATH that holds tools but no Java. */
    private Result run(String command, List<String> arguments, Map<String, String> environment) throws Exception {
        var elsewhere = Files.createDirectories(temp.resolve("else where"));
        var words = new ArrayList<>(List.of(command));
        words.addAll(arguments);
        var builder = new ProcessBuilder(words).directory(elsewhere.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("NEWSBAG_") || name.startsWith("LC_"));
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", jdk.toString(),
                        "PATH", tools().toString(),
                        "NEWSBAG_JVMS", temp.resolve("jvms").toString(),
                        "FAKE_RECORD", temp.toString(),
                        "LC_ALL", "C.UTF-8"));
        builder.environment().putAll(environment);
        var error = temp.resolve("stderr");
        var process = builder.redirectError(error.toFile())
                .redirectOutput(temp.resolve("stdout").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(error));
    }

    private Path tools() throws IOException {
        var tools = temp.resolve("tools");
        if (Files.exists(tools)) return tools;
        Files.createDirectories(tools);
        for (var name : List.of("sed", "head", "find", "locale", "readlink", "cp", "mv", "rm", "mkdir", "mktemp"))
            for (var folder : List.of("/usr/bin", "/bin")) {
                var tool = Path.of(folder, name);
                if (!Files.exists(tool)) continue;
                Files.writeString(tools.resolve(name), "#!/bin/sh\nexec " + tool + " \"$@\"\n");
                executable(tools.resolve(name));
            }
        return tools;
    }

    /** What Java got after the jar. */
    private List<String> arguments() throws IOException {
        var all = words();
        return all.subList(all.indexOf("-jar") + 2, all.size());
    }

    /** What Java got before the jar. */
    private List<String> options() throws IOException {
        var all = words();
        return all.subList(0, all.indexOf("-jar"));
    }

    private List<String> words() throws IOException {
        var text = recorded("arguments");
        return List.of(text.substring(0, text.length() - 1).split("\0", -1));
    }

    private String recorded(String name) throws IOException {
        return Files.readString(recording(name), StandardCharsets.UTF_8);
    }

    private Path recording(String name) {
        return temp.resolve(name);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Result(int exit, String stderr) {}
}
