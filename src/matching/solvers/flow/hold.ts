/** Who holds what: the only places where the assignment changes. */

import { type Market, updateBidder, updateItem } from "./market.js";

/** Bidder `b` takes a free unit of item `t`. */
export function take(market: Market, b: number, t: number, value: number): void {
  put(market, market.slotStart[t]! + market.load[t]!++, t, b, value);
  updateItem(market, t);
}

/** Puts `to` in the place of the holder in `slot` of item `t`; the load stays as it is. */
export function replace(market: Market, slot: number, t: number, to: number, value: number): void {
  forget(market, market.slotBidder[slot]!, t);
  put(market, slot, t, to, value);
}

function put(market: Market, slot: number, t: number, b: number, value: number): void {
  market.slotBidder[slot] = b;
  market.slotValue[slot] = value;
  market.heldItem[market.heldStart[b]! + market.held[b]!++] = t;
  updateBidder(market, b);
}

/** The slot of item `t` that bidder `b` holds. */
export function slotOf(market: Market, b: number, t: number): number {
  let slot = market.slotStart[t]!;
  while (market.slotBidder[slot] !== b) slot++;
  return slot;
}

/** Strikes item `t` from what bidder `b` holds. */
function forget(market: Market, b: number, t: number): void {
  const first = market.heldStart[b]!;
  let place = first;
  while (market.heldItem[place] !== t) place++;
  market.heldItem[place] = market.heldItem[first + --market.held[b]!]!;
  updateBidder(market, b);
}
