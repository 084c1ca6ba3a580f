/** Profiles of operators: read from bundles, chosen by configuration, put in force. */
package org.openbeian.provider;
