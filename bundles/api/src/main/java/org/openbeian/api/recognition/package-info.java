/**
 * Reading pictures of documents.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.recognition;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
