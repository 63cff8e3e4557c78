/** Which files are meant: filters as a person types them, as values, and their order. */
package dev.assay.core.query;
