/**
 * Reports of the provider to authorities, beside filings: what was done about unfiled sites, answers to verification tasks, further
 * materials, the use of IP addresses (regulator's interface, section 6).
 */
@Export
@Version("1.0.0")
package org.openbeian.api.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
