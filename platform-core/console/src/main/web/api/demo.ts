import { answer, api, type Schemas } from './client';

/** A simulated plant that comes with the platform. */
export type DemoPlant = Schemas['DemoPlant'];

export function demoPlants(): Promise<DemoPlant[]> {
  return answer(api.GET('/demo-plants'));
}

/** Starts it where it does not run; answers once it can be connected to. */
export function startDemoPlant(plant: string): Promise<DemoPlant> {
  return answer(api.PUT('/demo-plants/{plant}', { params: { path: { plant } }, body: { running: true } }));
}
