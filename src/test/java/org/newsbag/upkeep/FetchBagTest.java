package org.newsbag.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.bag.FetchItem;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Progress;
import org.newsbag.upkeep.FetchedFile.Outcome;
import org.newsbag.upkeep.UpkeepResult.Fetched;
import org.newsbag.upkeep.UpkeepResult.Refused;
import org.newsbag.validation.BagMaking;
import org.newsbag.validation.ProfileSource;
import org.newsbag.validation.Verdict;

/** A holey bag and a server of the test's own, which answers as it is told. */
class FetchBagTest {
    @TempDir
    Path folder;

    private final Findings findings = new Findings();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private String host;

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().getPath());
                answers.getOrDefault(exchange.getRequestURI().getPath(), with(404, ""))
                        .to(exchange);
            }
        });
        server.start();
        host = "localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void a_holey_bag_is_completed() throws Exception {
        var bag = holey("/a 5 data/a.txt", "/b - data/sub/b.txt");
        answers.put("/a", with(200, "alpha"));
        answers.put("/b", with(200, "beta"));
        var fetched = fetch(bag);
        assertThat(outcomes(fetched)).containsExactly(Outcome.FETCHED, Outcome.FETCHED);
        assertThat(fetched.verdict()).isEqualTo(Verdict.VALID);
        assertThat(bag.path().resolve("data/sub/b.txt")).hasContent("beta");
        assertNothingBeside();
        assertThat(fetch(bag).files()).isEmpty();
    }

    @Test
    void what_is_not_what_the_manifest_says_does_not_enter_the_bag() throws Exception {
        var bag = holey("/a 5 data/a.txt", "/b - data/sub/b.txt");
        answers.put("/a", with(200, "alphA"));
        answers.put("/b", with(200, "beta"));
        var fetched = fetch(bag);
        assertThat(outcomes(fetched)).containsExactly(Outcome.WRONG, Outcome.FETCHED);
        assertThat(fetched.files().get(0).detail()).contains("sha256 expected ", ", found ");
        assertThat(fetched.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(bag.path().resolve("data/a.txt")).doesNotExist();
        assertNothingBeside();
    }

    @Test
    void no_more_bytes_are_taken_than_are_said() throws Exception {
        var bag = holey("/a 5 data/a.txt", "/endless 4 data/sub/b.txt");
        answers.put("/a", with(200, "alpha and more"));
        var sent = new AtomicInteger();
        answers.put("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0); // in chunks, of no length that is said
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(new byte[1 << 16]);
                sent.incrementAndGet();
            }
        });
        assertThat(outcomes(fetch(bag))).containsExactly(Outcome.WRONG, Outcome.WRONG);
        assertThat(sent.get()).isLessThan(1000);
        assertNothingBeside();
    }

    @Test
    void nothing_is_asked_of_a_host_or_by_a_scheme_that_is_not_allowed() throws Exception {
        var bag = holey("/a 5 data/a.txt", "/b 4 data/sub/b.txt");
        var refused = (Refused) run(new FetchRequest(bag.path(), List.of("http"), List.of(), 1));
        assertThat(refused.message()).contains("--allow-host " + host + "   (files: 2)", "--allow-scheme http");
        for (var hosts : List.of("localhost", "example.org", "*.example.org", "*.localhost"))
            assertThat(outcomes((Fetched) run(new FetchRequest(bag.path(), List.of("http"), List.of(hosts), 1))))
                    .containsOnly(Outcome.NOT_ALLOWED);
        assertThat(outcomes((Fetched) run(new FetchRequest(bag.path(), List.of("https"), List.of(host), 1))))
                .containsOnly(Outcome.NOT_ALLOWED);
        assertThat(asked).isEmpty();
        assertNothingBeside();
    }

    @Test
    void schemes_that_cannot_be_fetched_and_users_in_addresses_are_told() throws Exception {
        var bag = BagMaking.simple(folder.resolve("bag"))
                .put("fetch.txt", "s3://bucket/a 5 data/a.txt\nhttp://me:secret@" + host + "/b 4 data/sub/b.txt\n")
                .remove("data/a.txt")
                .remove("data/sub/b.txt");
        var fetched = fetch(bag);
        assertThat(outcomes(fetched)).containsExactly(Outcome.NOT_ALLOWED, Outcome.NOT_ALLOWED);
        assertThat(fetched.files().get(0).detail()).contains("\"s3\"");
        assertThat(asked).isEmpty();
    }

    @Test
    void redirections_are_followed_only_to_hosts_that_are_allowed() throws Exception {
        var bag = holey("/a 5 data/a.txt", "/b 4 data/sub/b.txt");
        answers.put("/a", redirect("/elsewhere"));
        answers.put("/elsewhere", with(200, "alpha"));
        answers.put("/b", redirect("http://127.0.0.1:" + server.getAddress().getPort() + "/secret"));
        answers.put("/secret", with(200, "beta"));
        assertThat(outcomes(fetch(bag))).containsExactly(Outcome.FETCHED, Outcome.NOT_ALLOWED);
        assertThat(asked).doesNotContain("/secret");
    }

    @Test
    void redirections_without_end_are_given_up() throws Exception {
        var bag = holey("/a 5 data/a.txt", "/b 4 data/sub/b.txt");
        answers.put("/a", redirect("/a"));
        answers.put("/b", with(200, "beta"));
        assertThat(outcomes(fetch(bag))).containsExactly(Outcome.FAILED, Outcome.FETCHED);
    }

    @Test
    void a_download_that_broke_off_is_gone_on_with() throws Exception {
        var bag = holey("/a 5 data/a.txt", "/b 4 data/sub/b.txt");
        answers.put("/a", exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("alp".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("the cable");
        });
        answers.put("/b", with(200, "beta"));
        assertThat(outcomes(fetch(bag))).contains(Outcome.FAILED);
        try (var beside = Files.list(folder)) {
            assertThat(beside).hasSize(2); // what came waits beside the bag
        }
        var ranges = new ConcurrentLinkedQueue<String>();
        answers.put("/a", exchange -> {
            var range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(range);
            exchange.getResponseHeaders().set("Content-Range", "bytes 3-4/5");
            with(206, "ha").to(exchange);
        });
        var fetched = fetch(bag);
        assertThat(ranges).containsExactly("bytes=3-");
        assertThat(fetched.verdict()).isEqualTo(Verdict.VALID);
        assertNothingBeside();
    }

    @Test
    void a_beginning_that_does_not_belong_to_the_rest_is_begun_anew() throws Exception {
        var bag = holey("/a 5 data/a.txt", "/b 4 data/sub/b.txt");
        answers.put("/b", with(200, "beta"));
        var partials = Partials.beside(bag.path().toRealPath());
        Files.writeString(partials.of(item(bag, "/a")), "XYZ");
        answers.put("/a", exchange -> {
            boolean isRest = exchange.getRequestHeaders().containsKey("Range");
            if (isRest) exchange.getResponseHeaders().set("Content-Range", "bytes 3-4/5");
            with(isRest ? 206 : 200, isRest ? "ha" : "alpha").to(exchange);
        });
        assertThat(fetch(bag).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void what_a_killed_run_left_is_taken_or_forgotten() throws Exception {
        var bag = holey("/a 5 data/a.txt", "/b 4 data/sub/b.txt");
        answers.put("/b", with(200, "beta"));
        var partials = Partials.beside(bag.path().toRealPath());
        Files.writeString(partials.of(item(bag, "/a")), "alpha");
        Files.writeString(partials.folder().resolve("of another address"), "x");
        assertThat(fetch(bag).verdict()).isEqualTo(Verdict.VALID);
        assertThat(asked).doesNotContain("/a");
        assertNothingBeside();
        Files.createDirectory(partials.folder());
        Files.writeString(partials.folder().resolve("linked into the bag already"), "alpha");
        assertThat(fetch(bag).files()).isEmpty();
        assertNothingBeside();
    }

    @Test
    void a_server_in_trouble_is_asked_again_and_a_final_answer_is_taken() throws Exception {
        var bag = holey("/a 5 data/a.txt", "/b 4 data/sub/b.txt");
        var tries = new AtomicInteger();
        answers.put("/a", exchange -> (tries.incrementAndGet() == 1 ? with(503, "") : with(200, "alpha")).to(exchange));
        assertThat(outcomes(fetch(bag))).containsExactly(Outcome.FETCHED, Outcome.FAILED);
        assertThat(asked.stream().filter("/b"::equals)).hasSize(1);
    }

    @Test
    void a_link_in_the_way_is_never_followed() throws Exception {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        var bag = holey("/a 5 data/a.txt", "/b 4 data/sub/b.txt");
        Files.delete(bag.path().resolve("data/sub"));
        Files.createSymbolicLink(bag.path().resolve("data/sub"), elsewhere);
        answers.put("/a", with(200, "alpha"));
        answers.put("/b", with(200, "beta"));
        assertThat(outcomes(fetch(bag))).containsExactly(Outcome.FETCHED, Outcome.FAILED);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void what_no_manifest_lists_is_not_fetched() throws Exception {
        var bag = holey("/a 5 data/a.txt", "/b 4 data/sub/b.txt")
                .append("fetch.txt", "http://" + host + "/c 1 data/c.txt\n");
        assertThat(outcomes(fetch(bag))).containsExactly(Outcome.FAILED, Outcome.WRONG, Outcome.FAILED);
        assertThat(asked).doesNotContain("/c");
        assertThat(findings.has(FindingCode.FETCH_PATH_UNLISTED)).isTrue();
    }

    private static FetchItem item(BagMaking bag, String path) throws IOException {
        var line = Arrays.stream(
                        Files.readString(bag.path().resolve("fetch.txt")).split("\n"))
                .filter(l -> l.contains(path + " "))
                .findFirst()
                .orElseThrow()
                .split(" ");
        return new FetchItem(line[0], OptionalLong.of(5), line[2], 1);
    }

    private BagMaking holey(String... lines) {
        var bag = BagMaking.simple(folder.resolve("bag")).remove("data/a.txt").remove("data/sub/b.txt");
        var text = new StringBuilder();
        for (var line : lines) text.append("http://").append(host).append(line).append('\n');
        return bag.put("fetch.txt", text.toString());
    }

    private Fetched fetch(BagMaking bag) throws Exception {
        return (Fetched) run(new FetchRequest(bag.path(), List.of("http"), List.of(host), 2));
    }

    private UpkeepResult run(FetchRequest request) throws Exception {
        return new FetchBag(ProfileSource.NONE, Progress.SILENT).run(request, findings);
    }

    private static List<Outcome> outcomes(Fetched fetched) {
        return fetched.files().stream().map(FetchedFile::outcome).toList();
    }

    private static Answer with(int status, String body) {
        return exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        };
    }

    private static Answer redirect(String to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private void assertNothingBeside() throws IOException {
        try (var beside = Files.list(folder)) {
            assertThat(beside).containsExactly(folder.resolve("bag"));
        }
    }
}
