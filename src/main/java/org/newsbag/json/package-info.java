/** The one reader and writer of JSON: ordered objects, one fixed layout, no locale. Jackson stops here. */
package org.newsbag.json;
