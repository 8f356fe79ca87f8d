export const GALLERY_TEXTS = {
  heading: 'Photos from customers',
  none: 'No customer photos yet.',
  /** How a photo is described unless the owner says otherwise. */
  altPattern: 'Customer photo by {author}, {rating} out of 5 stars',
  missing: 'This photo is no longer there.',
  more: (photos: number) => `+${photos}`,
  show: (place: number, total: number) => `Show photo ${place} of ${total}`,
  place: (place: number, total: number) => `${place} of ${total}`,
  steer: 'Scroll the photos',
  previous: 'Previous',
  next: 'Next',
} as const;
