/**
 * Documents for people on paper: described once, printed as a page of HTML or as PDF.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.print;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
