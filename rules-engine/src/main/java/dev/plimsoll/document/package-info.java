/**
 * Documents: parsed YAML and JSON in which every node knows its place in the text. Depends on
 * nothing else of Plimsoll; everything else may use it.
 */
@NullMarked
package dev.plimsoll.document;

import org.jspecify.annotations.NullMarked;
