/** How many columns and rows a table may have; the contract's. */
export const mostOfTable = { columns: 8, rows: 60 };
