const loopback = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Whether a host is this machine. `hostname` comes from a parsed URL: in lower case, an IPv4 address as four numbers. */
export const isLoopback = (hostname: string): boolean => loopback.test(hostname)
