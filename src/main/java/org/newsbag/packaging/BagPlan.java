package org.newsbag.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.newsbag.bag.BagInfo;
import org.newsbag.bag.ByteSize;
import org.newsbag.bag.PayloadOxum;
import org.newsbag.bag.Tag;
import org.newsbag.path.RelativePath;

/**
 * What a bag is going to be, before a byte of it is written.
 *
 * @param request with the algorithms and the form that were settled on
 * @param profile the identifier of the profile that the bag declares
 * @param info tags of bag-info.txt after ours, in order
 * @param tagFiles tags of further tag files, by path
 * @param withheld labels of ours that give way to the user's, in lower case
 */
record BagPlan(
        CreateRequest request,
        String profile,
        List<Tag> info,
        Map<String, List<Tag>> tagFiles,
        Set<String> withheld,
        String date,
        String software) {
    BagPlan {
        info = List.copyOf(info);
        var sorted = new TreeMap<String, List<Tag>>(RelativePath::compareUtf8);
        tagFiles.forEach((file, tags) -> sorted.put(file, List.copyOf(tags)));
        tagFiles = java.util.Collections.unmodifiableMap(sorted);
        withheld = Set.copyOf(withheld);
    }

    /** A bag that need only meet the profile that all our bags meet. */
    static BagPlan plain(CreateRequest request, String date, String software) {
        return new BagPlan(request, CreateBag.PROFILE, request.info(), Map.of(), Set.of(), date, software);
    }

    /** The whole of bag-info.txt. */
    BagInfo bagInfo(String identifier, PayloadOxum oxum, long bytes) {
        var tags = new ArrayList<Tag>();
        for (var tag : List.of(
                new Tag("Payload-Oxum", oxum.toString()),
                new Tag("Bagging-Date", date),
                new Tag("Bag-Size", ByteSize.of(bytes)),
                new Tag("Bag-Software-Agent", software),
                new Tag("External-Identifier", identifier),
                new Tag("BagIt-Profile-Identifier", profile)))
            if (withheld.stream().noneMatch(tag::isLabelled)) tags.add(tag);
        return new BagInfo(tags).plus(info);
    }
}
