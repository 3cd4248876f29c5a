/** Characters of a comment or an answer, as the server takes them. */
export const mostOfComment = 4_000;
