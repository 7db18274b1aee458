package org.newsbag.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trees of hashes of RFC 9162, held to the values that the logs of Certificate Transparency are tested with, and every path to every root. */
class MerkleTest {
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_roots_are_those_of_the_standard() {
        var root = new MerkleRoot();
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(root.hex()).as("of " + size).isEqualTo(ROOTS.get(size));
            if (size < LEAVES.size()) root.add(Sha256.leaf(HexFormat.of().parseHex(LEAVES.get(size))));
        }
    }

    @Test
    void every_path_leads_to_the_root_and_no_other_leaf_or_place_does() {
        var leaves = new ArrayList<byte[]>();
        var root = new MerkleRoot();
        for (int size = 1; size <= 70; size++) {
            leaves.add(Sha256.leaf(new byte[] {(byte) size}));
            root.add(leaves.get(size - 1));
            for (int i = 0; i < size; i++) {
                var path = MerklePath.of(leaves, i);
                assertThat(path.root(leaves.get(i))).isEqualTo(root.hash());
                assertThat(MerklePath.read(path.toJson()).root(leaves.get(i))).isEqualTo(root.hash());
                if (size == 1) continue;
                assertThat(path.root(leaves.get((i + 1) % size))).isNotEqualTo(root.hash());
                assertThat(new MerklePath((i + 1) % size, size, path.hashes()).root(leaves.get(i)))
                        .isNotEqualTo(root.hash());
                assertThat(new MerklePath(
                                        i,
                                        size,
                                        path.hashes().subList(1, path.hashes().size()))
                                .root(leaves.get(i)))
                        .isNotEqualTo(root.hash());
                var longer = new ArrayList<>(path.hashes());
                longer.add(leaves.get(0));
                assertThat(new MerklePath(i, size, longer).root(leaves.get(i))).isNotEqualTo(root.hash());
            }
        }
    }
}
