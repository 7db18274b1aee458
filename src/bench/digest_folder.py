#!/usr/bin/env python3
"""digest_folder.py FOLDER PROCESSES ALGORITHM,...: digests every file of a folder with hashlib (OpenSSL), each read once, in a pool of
processes. What a lean Python tool can reach; the default other side of compare.py."""
import hashlib
import multiprocessing
import os
import sys

BLOCK = 512 * 1024


def digest(job):
    path, algorithms = job
    hashers = [hashlib.new(name) for name in algorithms]
    with open(path, "rb") as file:
        while block := file.read(BLOCK):
            for hasher in hashers:
                hasher.update(block)
    return [hasher.hexdigest() for hasher in hashers]


def main():
    folder, processes, algorithms = sys.argv[1], int(sys.argv[2]), sys.argv[3].split(",")
    jobs = [(os.path.join(where, name), algorithms) for where, _, names in os.walk(folder) for name in names]
    with multiprocessing.Pool(processes) as pool:
        digests = pool.map(digest, jobs)
    print(f"{len(digests)} files")


if __name__ == "__main__":
    main()
