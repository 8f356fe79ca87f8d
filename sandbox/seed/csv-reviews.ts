import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const rowSchema = z
  .object({
    '': z.coerce.number().int(),
    'Clothing ID': z.string().min(1),
    Title: z.string().trim(),
    'Review Text': z.string().trim(),
    Rating: z.coerce.number().int().min(1).max(5),
    'Positive Feedback Count': z.coerce.number().int().min(0),
    'Class Name': z.string().trim(),
  })
  .transform((row) => ({
    row: row[''],
    product: row['Clothing ID'],
    title: row.Title,
    text: row['Review Text'],
    rating: row.Rating,
    helpful: row['Positive Feedback Count'],
    className: row['Class Name'],
  }));

export type CsvReview = z.infer<typeof rowSchema>;

const FILE = new URL('../data/clothing-reviews-1000.csv', import.meta.url);

export function readCsvReviews(): readonly CsvReview[] {
  return z.array(rowSchema).parse(parse(readFileSync(FILE), { columns: true, skip_empty_lines: true }));
}
