package org.newsbag.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.newsbag.finding.Findings;
import org.newsbag.profile.Profile;
import org.newsbag.validation.ProfileSource;

/** Profiles that are at hand, else fetched from the http or https address that is their identifier, each once. */
final class FetchedProfiles implements ProfileSource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProfileSource local;
    private final Map<String, Optional<Profile>> fetched = new HashMap<>();

    FetchedProfiles(ProfileSource local) {
        this.local = local;
    }

    @Override
    public Optional<Profile> find(String identifier, Findings findings) throws IOException {
        var found = local.find(identifier, findings);
        if (found.isPresent()) return found;
        if (!fetched.containsKey(identifier)) fetched.put(identifier, fetch(identifier));
        return fetched.get(identifier);
    }

    private static Optional<Profile> fetch(String identifier) throws IOException {
        var client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            var request = HttpRequest.newBuilder(URI.create(identifier))
                    .timeout(PATIENCE)
                    .build();
            var response = client.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != 200) return Optional.empty();
                return Profile.read(identifier, body.readNBytes(Profile.LONGEST + 1), new Findings());
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no address that HTTP knows
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching " + identifier, e);
        }
    }
}
