import * as real from '../world/rows';

export const simulatedRows: typeof real.simulatedRows = (...args) => {
  const rows = real.simulatedRows(...args);
  return {
    ...rows,
    insert: async (name, row) => {
      await rows.saveMany(name, [row]);
      return 'inserted';
    },
  };
};
