/** Where a bag's bytes lie: a folder, or one file in an archive format. Commons Compress stops here. */
package org.newsbag.store;
