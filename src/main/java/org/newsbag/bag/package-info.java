/** The format of RFC 8493 (BagIt 1.0): declaration, bag-info, manifests and their lines. The LoC library gov.loc:bagit stops here. */
package org.newsbag.bag;
