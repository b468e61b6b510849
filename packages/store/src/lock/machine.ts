import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Where a process id means something: this boot of this machine and this process namespace. Two processes with
 * the same answer can look each other up by id; otherwise only a heartbeat tells whether the other one lives.
 */
export function machineId(): string {
  const boot = readOrUndefined(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const namespace = readOrUndefined(() => readlinkSync('/proc/self/ns/pid'));
  return boot !== undefined && namespace !== undefined ? `${boot} ${namespace}` : hostname();
}

/**
 * When a process started, in clock ticks since boot, so that a process id given out again is not taken for the
 * process that had it before. Undefined where the system does not tell, or when there is no such process.
 */
export function processStart(pid: number): string | undefined {
  const stat = readOrUndefined(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The command in parentheses may hold spaces; the 22nd field counts from the start of the line.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readOrUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
