package dev.plimsoll.webhook;

import dev.plimsoll.review.Review;

/**
 * What the API server asks.
 *
 * @param uid names the request; the answer must carry it too
 */
record AdmissionRequest(String uid, Review review) {}
