/**
 * Operations: health checks, readiness, metrics, the doctor and an orderly stop. Reads through the services of the API
 * only; every check is one class, and the doctor runs the same checks as the readiness endpoint.
 */
package org.openbeian.operations;
