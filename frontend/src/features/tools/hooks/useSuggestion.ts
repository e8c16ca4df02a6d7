import { useMutation } from '@tanstack/react-query';
import { suggestInstructions } from '../api/assistant';

/** Asks for instructions; what is suggested is the person's to take. */
export const useSuggestion = () =>
  useMutation({
    mutationFn: ({ wish, instructions }: { wish: string; instructions: string }) =>
      suggestInstructions(wish, instructions),
  });
