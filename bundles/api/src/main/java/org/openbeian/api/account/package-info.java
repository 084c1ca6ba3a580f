/**
 * Accounts, what they delegate to each other, and the keys and sessions that stand for them.
 */
@Export
@Version("1.0.0")
package org.openbeian.api.account;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
