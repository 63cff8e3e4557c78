/**
 * What a plugin implements to bring hashes: {@link dev.assay.hash.spi.HashPlugin} lists its {@link
 * dev.assay.hash.spi.HashAlgorithm}s, each of one of three shapes.
 *
 * <p>Four words: a <em>recipe</em> says which bytes of a file are hashed and how, and {@link
 * dev.assay.hash.spi.HashId} is its name; the <em>scope</em> is the bytes it reads of one file; a
 * <em>digest</em> is the value; an algorithm is the code of a recipe. No method takes or returns
 * null.
 */
package dev.assay.hash.spi;
