/** The audit, sealed into a hash chain. */
package org.openbeian.security.audit;
