import { answer, api, type Schemas } from './client';

/** Brings a pack into quarantine; the body of the request is the file as it is. */
export function bringPack(file: File): Promise<Schemas['StagedPack']> {
  return answer(
    api.POST('/pack-uploads', {
      body: file as unknown as string,
      bodySerializer: body => body as unknown as Blob,
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  );
}

/** Brings an offer of a repository into quarantine. */
export function fetchOffer({ repository, id, version }: Schemas['PackOffer']): Promise<unknown> {
  return answer(api.POST('/pack-offers', { body: { repository, id, version } }));
}
