/** Making what is written survive a power cut, or not be there at all: staging, forcing, and one step to the final name (docs/durability.md). */
package org.newsbag.durable;
