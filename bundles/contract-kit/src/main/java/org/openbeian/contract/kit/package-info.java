/** What every plugin must keep to, as tests that run in its module without being written there. */
package org.openbeian.contract.kit;
