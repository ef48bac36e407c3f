/** Names are given, never typed: two friendly words, so that nothing personal and nothing rude can enter. */
import { randomInt } from 'node:crypto';

const FIRST = (
  'Amber Brave Bright Calm Clever Copper Coral Cosy Crisp Dapper Eager Fern Gentle Ginger Golden Happy Hazel Honest ' +
  'Indigo Ivory Jolly Kind Lively Lucky Maple Mellow Merry Misty Nimble Olive Patient Pearl Plucky Quick Quiet Rosy ' +
  'Silver Snowy Sunny Swift Tidy Velvet Warm Wise Witty Zesty'
).split(' ');

const SECOND = (
  'Axolotl Badger Beetle Bittern Cricket Curlew Dormouse Dragonfly Egret Finch Firefly Gecko Hare Hedgehog Heron Ibis ' +
  'Jackdaw Kestrel Lapwing Lark Limpet Lynx Marten Moth Mussel Newt Nuthatch Otter Owl Pika Plover Puffin Quail Robin ' +
  'Salmon Seal Skylark Snail Starling Stoat Swallow Tern Thrush Toad Urchin Vole Wren'
).split(' ');

const pick = (words: readonly string[]): string => words[randomInt(words.length)] ?? '';

/** A name that none of `taken` is. There are over two thousand; a world has forty seats. */
export function freshName(taken: ReadonlySet<string>): string {
  for (;;) {
    const name = `${pick(FIRST)} ${pick(SECOND)}`;
    if (!taken.has(name)) return name;
  }
}
