package org.newsbag.packaging;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.newsbag.bag.BagInfo;
import org.newsbag.bag.PayloadOxum;
import org.newsbag.bag.Tag;
import org.newsbag.fixity.Algorithm;
import org.newsbag.inventory.Inventory;
import org.newsbag.inventory.SourceFile;
import org.newsbag.profile.ProfileSubject;

/** A bag that is not written yet, as a profile sees it. Its size and its identifier are not known, and no profile is held to them. */
final class PlannedBag implements ProfileSubject {
    /** As {@link org.newsbag.bag.BagDeclaration#TEXT} says. */
    private static final String BAGIT_VERSION = "1.0";

    private final BagPlan plan;
    private final Inventory inventory;

    PlannedBag(BagPlan plan, Inventory inventory) {
        this.plan = plan;
        this.inventory = inventory;
    }

    @Override
    public Optional<String> bagItVersion() {
        return Optional.of(BAGIT_VERSION);
    }

    @Override
    public Optional<List<TagValue>> tags(String path) {
        var tags = path.equals(BagInfo.FILE_NAME) ? bagInfo() : plan.tagFiles().get(path);
        return Optional.ofNullable(tags)
                .map(all -> all.stream()
                        .map(tag -> new TagValue(tag.label(), tag.value()))
                        .toList());
    }

    private List<Tag> bagInfo() {
        var oxum = new PayloadOxum(inventory.bytes(), inventory.files().size());
        return plan.bagInfo("urn:uuid:", oxum, inventory.bytes()).tags();
    }

    @Override
    public Collection<String> payloadAlgorithms() {
        return plan.request().algorithms().stream().map(Algorithm::name).toList();
    }

    @Override
    public Collection<String> tagAlgorithms() {
        return payloadAlgorithms();
    }

    @Override
    public boolean hasFetch() {
        return false;
    }

    /** Every description that may be written: whether a file has text is not known before it is read. */
    @Override
    public void tagFiles(Consumer<String> sink) {
        plan.tagFiles().keySet().forEach(sink);
        sink.accept(Assembly.DUBLIN_CORE);
        sink.accept(Assembly.PREMIS);
        if (plan.request().limits().isEmpty()) return;
        for (SourceFile file : inventory.files()) {
            sink.accept(Assembly.TECHNICAL + file.name() + ".json");
            sink.accept(Assembly.TEXT + file.name() + ".txt");
        }
    }

    @Override
    public void payloadFiles(Consumer<String> sink) {
        for (SourceFile file : inventory.files()) sink.accept("data/" + file.name());
    }

    @Override
    public long payloadFileCount() {
        return inventory.files().size();
    }

    @Override
    public long payloadBytes() {
        return inventory.bytes();
    }

    @Override
    public Optional<Collection<String>> serialization() {
        var types = plan.request().serialization().mediaTypes();
        return types.isEmpty() ? Optional.empty() : Optional.of(types);
    }
}
